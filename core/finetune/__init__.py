"""Examples to fine-tune a language model with: of decisions on clips, and of questions and answers in talks."""
