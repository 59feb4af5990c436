namespace CloudEssentials.DirectoryApp;

/// <summary>How the application is started on an instance.</summary>
public enum AppStartup
{
    /// <summary>By a systemd unit, at every boot.</summary>
    Service,

    /// <summary>By the last line of the course's script, which runs at the first boot only: after a stop and start the application stays down.</summary>
    CourseScript,
}
