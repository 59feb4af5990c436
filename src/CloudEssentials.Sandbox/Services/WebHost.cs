using System.Net.Sockets;
using System.Text;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>What answers HTTP in an account beside AWS's own endpoints: instances, load balancers.</summary>
internal abstract class WebHost
{
    // The address that calls from outside come from: one of the ranges for documentation (RFC 5737).
    public const string Visitor = "203.0.113.10";

    private static readonly WebHost[] All = [new Ec2.InstanceWebHost(), new Elbv2.LoadBalancerWebHost()];

    /// <summary>Who answers for a host name or address; null if nobody of the account does.</summary>
    /// <param name="host">The host, with a port or without.</param>
    public static WebHost? Find(string? host) => host is null ? null : Array.Find(All, web => web.Owns(WithoutPort(host)));

    public static string WithoutPort(string host) => host.Split(':')[0];

    /// <summary>The port that a request is for: the host's, or that of HTTP.</summary>
    public static int PortOf(string host) => host.Split(':') is [_, { } port] && int.TryParse(port, out int number) ? number : 80;

    /// <summary>The Region in which a host stands.</summary>
    public abstract string RegionOf(SandboxState state, string host);

    /// <summary>Answers a request.</summary>
    /// <exception cref="ConnectionDropped">Nobody is there, or nobody answers.</exception>
    public abstract WireResponse Answer(SandboxState state, WireRequest request);

    protected static WireResponse Page(int status, string title, string text) => new(
        status,
        "text/html; charset=utf-8",
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"),
        new Dictionary<string, string>());

    protected static ConnectionDropped Silent(string host, SocketError error) => new(
        error == SocketError.ConnectionRefused ? $"{host} refuses the connection: nothing listens on that port." : $"{host} does not answer.", error);

    protected abstract bool Owns(string host);
}
