package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.kind.Json;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// More than ten thousand requests that are wrong, made of the OpenAPI document and of HTTP's
/// grammar: each is refused or its connection closed, none runs a model, none breaks anything.
class HostileRequestsTest {
    private static final int ENOUGH = 10_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    /// One `POST` of the document.
    private record Operation(String id, Schema inputs, ObjectNode example) {}

    /// Models that fail whatever they are given.
    private static final Set<String> FAILING = Set.of("throwing", "forgetful");

    /// Tables and tensors are taken in more forms than the one they are answered in.
    private static final Set<String> LENIENT = Set.of("passing", "twice");

    private static final List<Operation> OPERATIONS = new ArrayList<>();

    private static Served served;
    private static int refused;

    @BeforeContainer
    static void open() {
        served = new Served();
        JsonNode document = Json.MAPPER.readTree(served.get("/openapi.json").body());
        SchemaRegistry schemas =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            JsonNode json = path.getValue().at("/post/requestBody/content/application~1json");
            if (path.getKey().startsWith("/models/")
                    && !json.isMissingNode()
                    && !path.getKey().contains("/endless/")) {
                String reference = json.at("/schema/$ref").stringValue();
                OPERATIONS.add(
                        new Operation(
                                path.getKey().split("/")[2],
                                schemas.getSchema(document.at(reference.substring(1))),
                                (ObjectNode)
                                        json.path("examples").iterator().next().path("value")));
            }
        }
        assertThat(OPERATIONS).hasSizeGreaterThan(5);
    }

    /// After all of them a good one is answered.
    @AfterContainer
    static void close() {
        try (Served ending = served) {
            assertThat(ending.json("half", "{\"number\": 4}").body())
                    .isEqualTo("{\"half\":2,\"note\":\"\"}");
            assertThat(refused).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Property(
            tries = 8_500,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void whatTheDocumentDoesNotAllowIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        byte[] body = new Mangler(random).body(operation.example());
        long runs = served.runs();
        HttpResponse<String> answer = served.post(operation.id(), "application/json", body);
        int status = answer.statusCode();
        String sent = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        if (isAllowed(operation, body)) {
            // What the schema cannot say, such as whether a picture is one, may still be wrong.
            assertThat(status < 500 || FAILING.contains(operation.id()))
                    .as("%d for %s: %s", status, operation.id(), sent)
                    .isTrue();
        } else {
            refused++;
            assertThat(status).as("%s: %s", operation.id(), sent).isBetween(400, 499);
            assertThat(served.runs()).as("%s: %s", operation.id(), sent).isEqualTo(runs);
            assertThat(answer.body()).startsWith("{\"detail\":");
        }
    }

    private static boolean isAllowed(Operation operation, byte[] body) {
        JsonNode json = Mangler.read(body);
        return json != null
                && (operation.inputs().validate(json).isEmpty()
                        || json.isObject() && LENIENT.contains(operation.id()));
    }

    @Property(
            tries = 4_000,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void whatIsNoHttpIsRefused(@ForAll long seed, @ForAll @IntRange(max = 199) int pick)
            throws IOException {
        Random random = new Random(seed);
        String request = WireShapes.of(pick % WireShapes.count(), served.port(), random);
        long runs = served.runs();
        try (Wire wire = new Wire(served.port())) {
            send(wire, request, random);
            String answer = wire.all();
            Matcher statuses = STATUS.matcher(answer);
            while (statuses.find()) {
                assertThat(Integer.parseInt(statuses.group(1)))
                        .as("%s -> %s", request, answer)
                        .isBetween(400, 499);
            }
            assertThat(answer).doesNotContain("Exception", "at org.", "<html");
        }
        assertThat(served.runs()).as(request).isEqualTo(runs);
        refused++;
    }

    /// At once or in pieces; then the client has said all it has to say.
    private static void send(Wire wire, String request, Random random) throws IOException {
        try {
            int from = 0;
            while (from < request.length()) {
                int to =
                        random.nextInt(4) == 0
                                ? Math.min(request.length(), from + 1 + random.nextInt(80))
                                : request.length();
                wire.raw(request.substring(from, to));
                from = to;
            }
            wire.socket.shutdownOutput();
        } catch (IOException closed) {
            // It had heard enough.
        }
    }
}
