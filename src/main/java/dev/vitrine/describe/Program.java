package dev.vitrine.describe;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/// What this program calls itself where a protocol asks for it.
public final class Program {
    /// Its name, as protocols have it.
    public static final String NAME = "vitrine";

    private Program() {}

    /// Its version; `0` where it was not built as a module.
    public static String version() {
        return Optional.ofNullable(Program.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("0");
    }
}
