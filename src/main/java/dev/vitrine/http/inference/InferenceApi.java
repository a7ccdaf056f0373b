package dev.vitrine.http.inference;

import dev.vitrine.describe.InferenceMetadata;
import dev.vitrine.describe.Program;
import dev.vitrine.http.exchange.AnswerForm;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/// `/v2`: the networks by the Open Inference Protocol version 2, as KServe and Triton speak it,
/// with the extension for binary tensors and the index of Triton's model repository.
///
/// It carries the tensors of the networks, with nothing made of them. Whatever goes wrong is
/// `{"error": "a sentence"}`.
///
/// @see <a
///   href="https://github.com/kserve/open-inference-protocol/blob/main/specification/protocol/inference_rest.md">The
///   protocol over HTTP</a>
public final class InferenceApi implements Protocol {
    private static final String ROOT = Wrong.INFERENCE;
    private static final String BYTES = "application/octet-stream";
    private static final String VERSION = "version";

    private final InferenceModels models;
    private final Runner runner;
    private final Calls calls;

    public InferenceApi(Catalog catalog, Runner runner, Calls calls) {
        this.models = new InferenceModels(catalog);
        this.runner = runner;
        this.calls = calls;
    }

    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(routes, ROOT, InferenceApi::server);
        Protocol.get(routes, ROOT + "/health/live", context -> state(context, "live"));
        Protocol.get(routes, ROOT + "/health/ready", context -> state(context, "ready"));
        Protocol.get(routes, ROOT + "/models", this::list);
        routes.post(ROOT + "/repository/index", this::index);
        for (String model : new String[] {"/models/{name}", "/models/{name}/versions/{version}"}) {
            Protocol.get(routes, ROOT + model, with(InferenceApi::metadata));
            Protocol.get(routes, ROOT + model + "/ready", with(InferenceApi::ready));
            Protocol.get(routes, ROOT + model + "/config", with(InferenceApi::configuration));
            routes.post(ROOT + model + "/infer", this::infer);
        }
    }

    private static void server(Context context) {
        ObjectNode all = Json.object().put("name", Program.NAME).put("version", Program.version());
        all.putArray("extensions").add("binary_tensor_data").add("model_configuration");
        Answers.json(context, all);
    }

    private static void state(Context context, String state) {
        Answers.json(context, Json.object().put(state, true));
    }

    private void list(Context context) {
        ObjectNode all = Json.object();
        ArrayNode names = all.putArray("models");
        models.names().forEach(names::add);
        Answers.json(context, all);
    }

    /// Every network is ready: what is not loaded yet is on its first call.
    private void index(Context context) {
        ArrayNode all = Json.array();
        for (String name : models.names()) {
            all.addObject()
                    .put("name", name)
                    .put("version", InferenceMetadata.VERSION)
                    .put("state", "READY")
                    .put("reason", "");
        }
        Answers.json(context, all);
    }

    private Handler with(BiConsumer<Context, Model> answer) {
        return context -> answer.accept(context, model(context));
    }

    private static void metadata(Context context, Model network) {
        Answers.json(context, InferenceMetadata.of(network.id(), network.signature()));
    }

    private static void configuration(Context context, Model network) {
        Answers.json(context, InferenceMetadata.configuration(network.id(), network.signature()));
    }

    private static void ready(Context context, Model network) {
        Answers.json(context, Json.object().put("name", network.id()).put("ready", true));
    }

    private void infer(Context context) {
        EndpointCall call = calls.begin(context, context.pathParam("name"));
        try {
            infer(context, call);
        } catch (ProblemException | Refusal e) {
            call.complain(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void infer(Context context, EndpointCall call) {
        Model network = model(context);
        InferenceBody body = InferenceBody.read(context.req(), network);
        InferenceOutputs outputs = InferenceOutputs.read(network, body.json());
        Values inputs = InferenceInputs.read(network, body);
        Run run = runner.submit(network, inputs, call.caller());
        call.ran(run);
        answer(context, outputs.answer(AnswerForm.outputs(context, run)));
    }

    private static void answer(Context context, InferenceOutputs.Answer answer) {
        if (answer.binary().isEmpty()) {
            Answers.json(context, answer.json());
            return;
        }
        byte[] json = Json.MAPPER.writeValueAsBytes(answer.json());
        long size = answer.binary().stream().mapToLong(ByteBuffer::remaining).sum();
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(json.length + size)).put(json);
        answer.binary().forEach(all::put);
        context.header(InferenceBody.LENGTH, Integer.toString(json.length));
        Answers.bytes(context, BYTES, all.array());
    }

    private Model model(Context context) {
        String version = context.pathParamMap().getOrDefault(VERSION, InferenceMetadata.VERSION);
        Model network = models.find(context.pathParam("name"));
        if (!version.equals(InferenceMetadata.VERSION)) {
            throw new ProblemException(
                    Fault.ABSENT,
                    Problem.of(
                            VERSION,
                            "%s has no version '%s'; ask for version %s or for none."
                                    .formatted(
                                            network.id(),
                                            InferenceInputs.cut(version),
                                            InferenceMetadata.VERSION)));
        }
        return network;
    }
}
