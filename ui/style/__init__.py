"""The style panel's parts: the list, the controls, what is looked at side by side, and publishing."""
