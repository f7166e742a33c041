"""Framing: which part of the picture is shown, shot by shot, in every aspect. Pure: numbers in, numbers out."""
