"""Jobs: requests, their queue, and the run that turns one into messages."""
