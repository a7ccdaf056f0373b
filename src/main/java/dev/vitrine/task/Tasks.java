package dev.vitrine.task;

import dev.vitrine.signature.ProblemException;

import java.util.List;
import java.util.stream.Collectors;

/// The list of tasks.
public final class Tasks {
    /// Every task, in the order in which documents list them.
    public static final List<Task> ALL =
            List.of(
                    new ImageClassification(),
                    new ObjectDetection(),
                    new KeypointDetection(),
                    new LineDetection(),
                    new ImageSegmentation(),
                    new DepthEstimation(),
                    new HeatMapping(),
                    new ImageToText(),
                    new ImageToImage(),
                    new ImageGeneration(),
                    new Diffusion(),
                    new AudioClassification(),
                    new VoiceActivityDetection(),
                    new TextClassification(),
                    new TokenClassification(),
                    new ZeroShotClassification(),
                    new TextGeneration(),
                    new TabularClassification(),
                    new TabularRegression(),
                    new FeatureExtraction(),
                    new SentenceSimilarity(),
                    new Other());

    private Tasks() {}

    /// The task of this tag.
    ///
    /// @throws ProblemException where there is none, naming those there are
    public static Task of(String id) {
        return ALL.stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.model(
                                "The task '%s' is none that Vitrine knows; use %s."
                                        .formatted(id, String.join(", ", ids()))));
    }

    /// The tags of all tasks.
    public static List<String> ids() {
        return ALL.stream().map(Task::id).collect(Collectors.toList());
    }
}
