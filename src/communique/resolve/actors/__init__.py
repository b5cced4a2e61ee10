"""Who is who over all documents: states and bodies by code, persons by state and name."""
