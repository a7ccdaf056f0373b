package dev.vitrine.run;

/// The face a run came from.
public enum Origin {
    WINDOW,
    HTTP,
    COMMAND_LINE,
    MCP,
    /// A comparison of an example with what is expected of it; not kept in the history.
    SELF_TEST
}
