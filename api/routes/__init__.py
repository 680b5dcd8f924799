"""The JSON interface: thin routes that parse, ask and answer. What the pages show, they give typed."""
