"""Reading measured: what is right, by sets of texts, beside floors that it may not fall under."""
