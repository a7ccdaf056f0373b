package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.http.exchange.KeptRuns;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Semaphore;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunsApiTest {
    private static final Semaphore GO = new Semaphore(0);

    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
        served.add(
                "gated",
                List.of(),
                List.of(Port.of("text", "text")),
                (_, context) -> {
                    context.progress(0.5, "half way");
                    context.partial(Values.of("text", "so far"));
                    GO.acquireUninterruptibly();
                    return Values.of("text", "done");
                });
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void aRunGoesOnWithoutItsClientAndKeepsItsOutputs() throws Exception {
        String place = started("gated", "{}");
        JsonNode status = json(served.get(place));
        while (!status.has("partial")) {
            Thread.sleep(1);
            status = json(served.get(place));
        }
        assertThat(status)
                .hasToString(
                        "{\"id\":\"%s\",\"model\":\"gated\",\"status\":\"running\",\"fraction\":0.5,\"message\":\"half way\",\"partial\":{\"text\":\"so far\"}}"
                                .formatted(place.substring("/runs/".length())));
        GO.release();
        JsonNode done = ended(place);
        assertThat(done.path("status").stringValue()).isEqualTo("done");
        assertThat(done.path("outputs")).hasToString("{\"text\":\"done\"}");
        assertThat(done.has("partial")).isFalse();
    }

    @Test
    void theOutputsAreThoseOfThePlainAnswer() throws Exception {
        String body = "{\"number\": 5, \"note\": \"ü 日\"}";
        assertThat(ended(started("half", body)).path("outputs"))
                .isEqualTo(json(served.json("half", body)));
    }

    @Test
    void aFailureIsKeptWithTheSentenceOfThePlainAnswer() throws Exception {
        JsonNode run = ended(started("throwing", "{}"));
        assertThat(run.path("status").stringValue()).isEqualTo("failed");
        assertThat(run.at("/error/status").intValue()).isEqualTo(500);
        assertThat(run.at("/error/detail"))
                .isEqualTo(json(served.json("throwing", "{}")).path("detail"));
    }

    @Test
    void deletingStopsARunAndThenForgetsIt() throws Exception {
        String place = started("endless", "{}");
        served.begun.acquire();
        assertThat(delete(place).statusCode()).isEqualTo(200);
        served.stopped.acquire();
        assertThat(ended(place).path("status").stringValue()).isEqualTo("stopped");
        assertThat(delete(place).statusCode()).isEqualTo(200);
        assertThat(served.get(place).statusCode()).isEqualTo(404);
        assertThat(delete(place).statusCode()).isEqualTo(404);
    }

    @Test
    void closingTheEndpointStopsWhatNobodyWaitsFor() throws Exception {
        Served other = new Served();
        other.json("endless", "{}", "Prefer", "respond-async");
        other.begun.acquire();
        other.endpoint.close();
        other.stopped.acquire();
        other.close();
    }

    @Test
    void idsCannotBeCountedUp() {
        String one = started("half", "{\"number\": 1}");
        String two = started("half", "{\"number\": 1}");
        assertThat(one).isNotEqualTo(two).matches("/runs/[A-Za-z0-9_-]{22}");
        assertThat(served.get("/runs/1").statusCode()).isEqualTo(404);
        assertThat(served.get("/runs/1").body()).startsWith("{\"detail\":\"There is no such run");
    }

    @Test
    void inputsThatDoNotFitAreRefusedAtOnce() {
        long runs = served.runs();
        assertThat(served.json("half", "{\"number\": 99}", "Prefer", "respond-async").statusCode())
                .isEqualTo(422);
        assertThat(served.runs()).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-async", "wait=5, Respond-Async", "respond-async;x=1"})
    void thePreferenceIsReadAsItsStandardHasIt(String prefer) {
        HttpResponse<String> answer = served.json("half", "{\"number\": 1}", "Prefer", prefer);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("respond-async");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=5", "handling=strict", "x=respond-async", ""})
    void otherPreferencesAreLeftAlone(String prefer) {
        assertThat(served.json("half", "{\"number\": 1}", "Prefer", prefer).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatEndedMakesRoomOldestFirst() {
        KeptRuns kept = new KeptRuns(3, Long.MAX_VALUE);
        List<String> ids = List.of(half(kept), half(kept), half(kept), half(kept));
        assertThatThrownBy(() -> kept.run(ids.getFirst())).isInstanceOf(ProblemException.class);
        ids.subList(1, 4).forEach(id -> assertThat(kept.run(id)).isNotNull());
    }

    @Test
    void whatWeighsTooMuchMakesRoomButTheNewestStays() {
        KeptRuns kept = new KeptRuns(100, 1);
        String first = half(kept);
        String second = half(kept);
        assertThatThrownBy(() -> kept.run(first)).isInstanceOf(ProblemException.class);
        assertThat(kept.run(second)).isNotNull();
    }

    @Test
    void whatGoesOnMakesNoRoom() throws Exception {
        KeptRuns kept = new KeptRuns(1, Long.MAX_VALUE);
        Run first = endless();
        String id = kept.keep(first);
        Run second = endless();
        assertThatThrownBy(() -> kept.keep(second)).isInstanceOf(ProblemException.class);
        assertThat(kept.run(id)).isSameAs(first);
        assertThatThrownBy(second::await).isNotNull();
        kept.close();
        assertThatThrownBy(first::await).isNotNull();
        served.begun.drainPermits();
        served.stopped.drainPermits();
    }

    private static Run endless() {
        return served.runner.submit(served.catalog.model("endless"), Values.NONE, Origin.HTTP);
    }

    private static String half(KeptRuns kept) {
        Values inputs = Values.of("number", 4.0).with("note", "");
        Run run = served.runner.submit(served.catalog.model("half"), inputs, Origin.HTTP);
        run.await();
        return kept.keep(run);
    }

    private static String started(String model, String body) {
        HttpResponse<String> answer = served.json(model, body, "Prefer", "respond-async");
        assertThat(answer.statusCode()).isEqualTo(202);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(json(answer).path("id").stringValue())
                .isEqualTo(place.substring("/runs/".length()));
        return place;
    }

    private static JsonNode ended(String place) throws InterruptedException {
        while (true) {
            JsonNode run = json(served.get(place));
            if (List.of("done", "failed", "stopped").contains(run.path("status").stringValue())) {
                return run;
            }
            Thread.sleep(1);
        }
    }

    private static HttpResponse<String> delete(String place) {
        return served.send(HttpRequest.newBuilder(served.uri(place)).DELETE());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }
}
