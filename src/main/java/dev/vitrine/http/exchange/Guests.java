package dev.vitrine.http.exchange;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Who came in by a shared door lately: a device for each address and program. Safe to use from any
/// thread.
public final class Guests {
    /// Devices that are remembered; a room has fewer.
    private static final int MOST = 200;

    /// Who has asked for nothing in that time counts as gone.
    private static final Duration STAYS = Duration.ofMinutes(5);

    /// What programs call the devices they are on, in the order in which they are looked for:
    /// Android says Linux too, and an iPad says Mac OS.
    private static final List<Map.Entry<String, String>> DEVICES =
            List.of(
                    Map.entry("iPhone", "iPhone"),
                    Map.entry("iPad", "iPad"),
                    Map.entry("Android", "Android"),
                    Map.entry("CrOS", "Chromebook"),
                    Map.entry("Windows", "Windows"),
                    Map.entry("Mac OS", "Mac"),
                    Map.entry("Linux", "Linux"));

    private record Device(String address, String agent) {}

    /// The newest last.
    private final SequencedMap<Device, Instant> seen = new LinkedHashMap<>();

    void note(Request request) {
        String agent =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)).orElse("");
        note(address(request), agent, Instant.now());
    }

    private static String address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress()
                        instanceof InetSocketAddress remote
                ? AddressText.text(remote.getAddress())
                : Request.getRemoteAddr(request);
    }

    synchronized void note(String address, String agent, Instant when) {
        Device device = new Device(address, name(agent));
        seen.remove(device);
        seen.put(device, when);
        if (seen.size() > MOST) {
            seen.pollFirstEntry();
        }
    }

    /// Those who are there, as a person reads them, such as `iPhone · 192.168.1.23`; the newest
    /// first.
    public synchronized List<String> names(Instant now) {
        return seen.reversed().entrySet().stream()
                .filter(one -> one.getValue().plus(STAYS).isAfter(now))
                .map(one -> one.getKey().agent() + " · " + one.getKey().address())
                .toList();
    }

    private static String name(String agent) {
        return DEVICES.stream()
                .filter(one -> agent.contains(one.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("Program");
    }
}
