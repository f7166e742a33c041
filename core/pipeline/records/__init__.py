"""What is written down: the database of a workspace, its backups and its lock, and each kind of record."""
