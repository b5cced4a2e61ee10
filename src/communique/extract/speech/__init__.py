"""On whose word: who speaks where, and from which original."""
