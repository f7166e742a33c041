"""The making of styles: drafts, publishing, archives. What makes clips never comes here: it knows pins alone."""
