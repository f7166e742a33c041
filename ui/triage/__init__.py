"""Parts of the list of clips: its filters, and what is done to several clips at once."""
