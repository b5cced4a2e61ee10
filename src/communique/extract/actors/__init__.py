"""Who: every span that names an actor, and who the actors are."""
