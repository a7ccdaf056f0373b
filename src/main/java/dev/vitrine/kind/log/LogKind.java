package dev.vitrine.kind.log;

import dev.vitrine.kind.text.TextKind;

import tools.jackson.databind.node.ObjectNode;

/// What a program says while it works, line by line: a text whose last lines matter most, shown by
/// their level and without the colours of a terminal. See [LogLines].
public final class LogKind extends TextKind {
    @Override
    public String id() {
        return "log";
    }

    /// A log is there to be read.
    @Override
    public ObjectNode options() {
        ObjectNode all = super.options();
        all.remove(SECRET);
        return all;
    }
}
