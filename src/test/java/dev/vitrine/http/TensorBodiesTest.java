package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.ProtoBytes;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A tensor is the same in every form in which HTTP may carry it.
class TensorBodiesTest {
    private static final Tensor SOME = Tensor.of(new float[] {1.5f, -2, 3, 4}, 2, 2);
    private static final String ANSWER =
            "{\"x\":{\"type\":\"float32\",\"shape\":[2,2],\"data\":[1.5,-2.0,3.0,4.0]}}";
    private static final Map<String, byte[]> FILES =
            Map.of(
                    "x.npy", Npy.write(SOME),
                    "x.npz", Npz.write(Map.of("arr_0", SOME)),
                    "input_0.pb", ProtoBytes.tensor("x", SOME, ProtoBytes.Form.RAW),
                    "x.json", "[[1.5, -2], [3, 4]]".getBytes(StandardCharsets.UTF_8));

    @Test
    void jsonFormsAndBareFilesGiveOneAnswer() {
        Port x = Port.of("x", "tensor");
        try (Served served = new Served()) {
            served.add("echo-tensor", List.of(x), List.of(x), (in, _) -> in);
            for (String body :
                    List.of(
                            "[[1.5, -2], [3, 4]]",
                            "{\"type\": \"float32\", \"shape\": [2, 2], \"data\": [1.5, -2, 3,"
                                    + " 4]}")) {
                assertThat(json(served, body)).isEqualTo(ANSWER);
            }
            FILES.forEach((name, file) -> {
                String uri = "data:application/octet-stream;base64,";
                String base64 = Base64.getEncoder().encodeToString(file);
                assertThat(json(served, "\"" + uri + base64 + "\"")).as(name).isEqualTo(ANSWER);
                assertThat(served.post("echo-tensor", "application/octet-stream", file).body())
                        .as(name)
                        .isEqualTo(ANSWER);
                assertThat(
                                served.post(
                                                "echo-tensor",
                                                "multipart/form-data; boundary=b",
                                                form(name, file))
                                        .body())
                        .as(name)
                        .isEqualTo(ANSWER);
            });
            var refused =
                    served.post("echo-tensor", "application/octet-stream", new byte[] {1, 2, 3});
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(
                            Json.MAPPER
                                    .readTree(refused.body())
                                    .path("detail")
                                    .path(0)
                                    .path("msg")
                                    .asString())
                    .isEqualTo(
                            "'X' cannot be read as a tensor: it is no .npy, .npz, .pb or .json"
                                    + " file; save one with numpy.save.");
        }
    }

    private static String json(Served served, String tensor) {
        byte[] body = "{\"x\": %s}".formatted(tensor).getBytes(StandardCharsets.UTF_8);
        return served.post("echo-tensor", "application/json", body).body();
    }

    private static byte[] form(String name, byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                """
                --b\r
                Content-Disposition: form-data; name="x"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """
                        .formatted(name)
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
