"""How Cadair speaks HTTP: signed in by default, one error shape, one commit per request."""
