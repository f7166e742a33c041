"""Parts of the insights panel: its sections and the rows in them."""
