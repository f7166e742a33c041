"""The pages of the inspector, each about one side of the clip in hand."""
