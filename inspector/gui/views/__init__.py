"""One view per lens: each draws a payload and says what the user asks for, and knows of nothing else."""
