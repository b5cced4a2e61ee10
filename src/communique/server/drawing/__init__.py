"""How what is given is drawn: as data, and as pages of HTML."""
