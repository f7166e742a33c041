"""Workspaces as things: known, made, looked at, checked, packed into a file, moved and deleted.

None of it needs one to be open. What a workspace can do while it is open is `core.project`.
"""
