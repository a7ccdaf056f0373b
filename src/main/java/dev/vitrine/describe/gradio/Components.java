package dev.vitrine.describe.gradio;

import dev.vitrine.signature.Port;

import java.util.Map;

/// The list of components: one line for each kind.
public final class Components {
    /// What stands for a kind.
    ///
    /// @param input for an input
    /// @param output for an output
    private record Pair(Component input, Component output) {
        static Pair of(Component both) {
            return new Pair(both, both);
        }
    }

    private static final AnnotatedComponent ANNOTATED = new AnnotatedComponent();

    /// What Gradio has no component for is JSON.
    private static final Pair JSON = Pair.of(PlainComponent.JSON);

    private static final Map<String, Pair> BY_KIND =
            Map.ofEntries(
                    Map.entry("image", Pair.of(FileComponent.IMAGE)),
                    Map.entry("gallery", Pair.of(new GalleryComponent())),
                    Map.entry("audio", Pair.of(FileComponent.AUDIO)),
                    Map.entry("file", Pair.of(new AnyFileComponent())),
                    Map.entry("files", Pair.of(new FilesComponent())),
                    Map.entry("label", Pair.of(new LabelComponent())),
                    Map.entry("boxes", new Pair(PlainComponent.JSON, ANNOTATED)),
                    Map.entry("mask", new Pair(PlainComponent.JSON, ANNOTATED)),
                    Map.entry("heatmap", Pair.of(FileComponent.IMAGE)),
                    Map.entry("segments", JSON),
                    Map.entry("plot", JSON),
                    Map.entry("json", JSON),
                    Map.entry(
                            "spans", new Pair(PlainComponent.JSON, new HighlightedTextComponent())),
                    Map.entry("text", Pair.of(PlainComponent.TEXTBOX)),
                    Map.entry("number", Pair.of(PlainComponent.NUMBER)),
                    Map.entry("slider", Pair.of(PlainComponent.SLIDER)),
                    Map.entry("range", Pair.of(new RangeComponent())),
                    Map.entry("toggle", Pair.of(PlainComponent.CHECKBOX)),
                    Map.entry("choice", Pair.of(ChoiceComponent.DROPDOWN)),
                    Map.entry("tags", Pair.of(new TagsComponent())),
                    Map.entry("datetime", Pair.of(new DateTimeComponent())),
                    Map.entry("colour", Pair.of(PlainComponent.COLOUR)),
                    Map.entry("table", Pair.of(new DataframeComponent())),
                    Map.entry("markdown", Pair.of(PlainComponent.MARKDOWN)),
                    Map.entry("code", Pair.of(PlainComponent.CODE)),
                    Map.entry("log", Pair.of(PlainComponent.TEXTBOX)),
                    Map.entry("vector", JSON),
                    Map.entry("tensor", JSON),
                    Map.entry("tensors", JSON));

    private Components() {}

    /// Whether a kind has its line.
    static boolean has(String kind) {
        return BY_KIND.containsKey(kind);
    }

    /// What stands for an input.
    public static Component input(Port port) {
        return BY_KIND.getOrDefault(port.kind(), JSON).input();
    }

    /// What stands for an output.
    public static Component output(Port port) {
        return BY_KIND.getOrDefault(port.kind(), JSON).output();
    }
}
