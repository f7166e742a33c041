"""The morning report: gathered from the records, told as HTML or Markdown."""
