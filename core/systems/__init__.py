"""Every system of the thesis and of the few-label literature, behind one small interface."""
