"""What opens dialogs and connects them to operations. Holds no rule about songs, tags or models."""
