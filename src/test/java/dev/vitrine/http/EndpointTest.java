package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.stream.Collectors;

class EndpointTest {
    @Test
    void aPortThatIsTakenIsAnErrorThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Endpoint.Options exact = Endpoint.Options.STANDARD.withPort(taken.getLocalPort());
            assertThatThrownBy(() -> new Served(exact, new Runner(1)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.fault()).isEqualTo(Fault.SYSTEM))
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
    }

    @Test
    void whereAnyPortWillDoTheNextFreeOneIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Endpoint.Options from =
                    new Endpoint.Options(
                            "127.0.0.1", taken.getLocalPort(), false, Served.MAX_BODY, 1_000);
            try (Served served = new Served(from, new Runner(1))) {
                assertThat(served.port()).isNotEqualTo(taken.getLocalPort());
                assertThat(served.get("/health").statusCode()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.2", "example.com", ""})
    void aHostBeyondThisMachineIsRefused(String host) {
        Endpoint.Options open = Endpoint.Options.STANDARD.withHost(host).withPort(0);
        assertThatThrownBy(() -> new Served(open, new Runner(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this machine only");
    }

    @Test
    void noThreadOfItsKeepsTheProgramAlive() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Served served = new Served()) {
            assertThat(served.json("half", "{\"number\": 4}").statusCode()).isEqualTo(200);
            assertThat(
                            Thread.getAllStackTraces().keySet().stream()
                                    .filter(thread -> !before.contains(thread))
                                    .filter(thread -> !thread.isDaemon())
                                    .map(Thread::getName)
                                    .collect(Collectors.toSet()))
                    .isEmpty();
        }
    }

    @Test
    void aClosedEndpointFreesItsPort() throws IOException {
        int port;
        try (Served served = new Served()) {
            port = served.port();
        }
        new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }
}
