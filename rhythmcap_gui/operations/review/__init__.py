"""What is to be settled by ear, one question at a time: made, shown, answered, undone."""
