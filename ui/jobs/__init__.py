"""Parts of the panel of jobs."""
