package dev.vitrine.window.kind.file;

import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop.Filter;

import java.util.List;

/// The types of files that a port takes, as an editor says them.
///
/// @param port one whose options are those of files
public record FileTypes(Port port) {
    /// How to fill an empty editor.
    ///
    /// @param words such as `Drop or paste a file here`, which the types follow
    public String invitation(String words) {
        List<String> types = FileKind.types(port);
        return types.isEmpty() ? words : words + ": " + String.join(", ", types);
    }

    /// What a file chooser shows: by their extensions where that is all the port asks for.
    public List<Filter> filters() {
        List<String> types = FileKind.types(port);
        return types.stream().allMatch(type -> type.startsWith("."))
                ? Filter.of(port.label(), types.stream().map(type -> type.substring(1)).toList())
                : List.of(Filter.ALL);
    }
}
