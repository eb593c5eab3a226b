"""From text to facts: pure functions of explicit inputs, one file for each kind of fact."""
