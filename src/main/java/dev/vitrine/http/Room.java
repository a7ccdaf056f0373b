package dev.vitrine.http;

import dev.vitrine.http.exchange.AddressText;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The addresses by which others in the room reach this machine.
public final class Room {
    /// Where nothing is said otherwise, every address of the machine.
    private static final String ANY = "0.0.0.0";

    private Room() {}

    /// The machine's addresses that others can reach, as a person writes them: those of a private
    /// network (RFC 1918, RFC 4193) first, then by the order of the interfaces. Those of IPv6 only
    /// where it has no others, for in most rooms every device has one of IPv4 and those are
    /// shorter. Asks the system, so it may block.
    public static List<String> addresses() {
        return reachable().map(AddressText::text).toList();
    }

    private static Stream<InetAddress> reachable() {
        List<InetAddress> own = own();
        boolean isOld = own.stream().anyMatch(Inet4Address.class::isInstance);
        return own.stream().filter(address -> !isOld || address instanceof Inet4Address);
    }

    private static List<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Room::isUp)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address ->
                            !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .sorted(Comparator.comparing(address -> !isPrivate(address)))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress()
                || address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /// The address that a name on the command line stands for.
    ///
    /// @throws ProblemException where it is none of this machine's
    static InetAddress address(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            // no link can name the network that a link-local address of IPv6 belongs to
            if (!(address instanceof Inet6Address && address.isLinkLocalAddress())
                    && (address.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(address) != null)) {
                return address;
            }
        } catch (UnknownHostException | SocketException e) {
            // as good as an address elsewhere
        }
        List<String> own = addresses();
        throw ProblemException.input(
                Problem.of(
                        "host",
                        "This machine has no address %s; use %s."
                                .formatted(
                                        host,
                                        own.isEmpty() ? "127.0.0.1" : String.join(" or ", own))));
    }

    /// @throws ProblemException where a link cannot carry the token as it is, or where it is short
    static void checkToken(String token) {
        if (!token.matches("[A-Za-z0-9._~-]{8,200}")) {
            throw ProblemException.input(
                    Problem.of(
                            "token",
                            "A link cannot carry this token; use 8 to 200 letters without accents,"
                                    + " digits, '.', '_', '~' or '-'."));
        }
    }

    /// What clients may call an address by.
    static Set<String> names(InetAddress address) {
        return (address.isAnyLocalAddress()
                        ? Stream.concat(own().stream(), Stream.of(InetAddress.getLoopbackAddress()))
                        : Stream.of(address))
                .flatMap(one ->
                        Stream.of(
                                bracketed(AddressText.full(one)), bracketed(AddressText.text(one))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The host of a link to an address: one that others can reach, where all are listened on.
    static String link(InetAddress address) {
        return bracketed(
                address.isAnyLocalAddress()
                        ? addresses().stream().findFirst().orElse(ANY)
                        : AddressText.text(address));
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
