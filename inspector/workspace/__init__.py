"""The place on disk where results are kept between sessions."""
