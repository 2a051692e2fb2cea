"""The numbers behind a page of the window as named arrays with units, and as tables."""
