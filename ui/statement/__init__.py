"""What a workspace was used for in a month: as a page to look at, and as a PDF to print."""
