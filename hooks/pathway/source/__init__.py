"""What an editor wrote, as text: files in; plain values, prose and references out, each with its place."""
