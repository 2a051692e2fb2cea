"""What joins the session and the engine to the panels and views: one small controller per concern."""
