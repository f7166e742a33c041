"""Media through FFmpeg: what a file holds, its frames, its sound. The only room that uses PyAV to read."""
