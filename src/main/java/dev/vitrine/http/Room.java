package dev.vitrine.http;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The addresses by which others in the room reach this machine.
public final class Room {
    /// Where nothing is said otherwise, every address of the machine.
    private static final String ANY = "0.0.0.0";

    private Room() {}

    /// The machine's addresses that others can reach, those of a private network (RFC 1918) first,
    /// then by the order of the interfaces; asks the system, so it may block.
    public static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Room::isUp)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address ->
                            !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /// The address that a name on the command line stands for.
    ///
    /// @throws ProblemException where it is none of this machine's
    static InetAddress address(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address instanceof Inet4Address
                    && (address.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(address) != null)) {
                return address;
            }
        } catch (UnknownHostException | SocketException e) {
            // as good as an address elsewhere
        }
        List<String> own = addresses().stream().map(InetAddress::getHostAddress).toList();
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
        return address.isAnyLocalAddress()
                ? Set.copyOf(
                        Stream.concat(
                                        addresses().stream(),
                                        Stream.of(InetAddress.getLoopbackAddress()))
                                .map(Room::name)
                                .toList())
                : Set.of(name(address));
    }

    /// An address as a link has it.
    static String name(InetAddress address) {
        return address.getHostAddress();
    }

    /// The address that a link names: one that others can reach, where all are listened on.
    static String link(InetAddress address) {
        return address.isAnyLocalAddress()
                ? addresses().stream().findFirst().map(Room::name).orElse(ANY)
                : name(address);
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
