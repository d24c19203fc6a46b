"""Plain values in; typed, frozen records and the content that holds them out."""
