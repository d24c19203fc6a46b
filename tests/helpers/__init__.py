"""What tests and tools share: copies of guides to break, servers, browsers, and readers of built pages."""
