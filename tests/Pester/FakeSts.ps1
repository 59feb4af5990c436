# A Security Token Service on this machine, for tests that call AWS without an account.
function Enter-FakeTokenService {
    param([string]$Account = '111122223333')

    $listener = $null
    foreach ($attempt in 1..20) {
        try {
            $url = "http://127.0.0.1:$(Get-Random -Minimum 20000 -Maximum 60000)"
            $listener = [System.Net.HttpListener]::new()
            $listener.Prefixes.Add("$url/")
            $listener.Start()
            break
        }
        catch [System.Net.HttpListenerException] {
            if ($attempt -eq 20) { throw }
        }
    }

    $serving = [powershell]::Create().AddScript({
            param($listener, $account)
            while ($listener.IsListening) {
                try { $context = $listener.GetContext() } catch { return }
                $form = [System.IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
                $caller = $context.Request.Headers['Authorization'] -replace '.*Credential=([^/]+)/.*', '$1'
                $inner = if ($context.Request.Url.AbsolutePath -eq '/federation/credentials') {
                    '{"roleCredentials":{"accessKeyId":"sso","secretAccessKey":"s","sessionToken":"t","expiration":' + [DateTimeOffset]::UtcNow.AddHours(1).ToUnixTimeMilliseconds() + '}}'
                }
                elseif ($form -match 'Action=GetCallerIdentity') {
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/$caller</Arn><UserId>AIDATEST</UserId><Account>$account</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>"
                }
                elseif ($form -match 'Action=AssumeRole') {
                    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>role-hush</SecretAccessKey><SessionToken>token-hush</SessionToken><Expiration>$([DateTime]::UtcNow.AddHours(1).ToString('s'))Z</Expiration></Credentials></AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>"
                }
                else {
                    $context.Response.StatusCode = 403
                    '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not here</Message></Error><RequestId>r</RequestId></ErrorResponse>'
                }

                $bytes = [System.Text.Encoding]::UTF8.GetBytes($inner)
                $context.Response.ContentType = 'text/xml'
                $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
                $context.Response.Close()
            }
        }).AddArgument($listener).AddArgument($Account)
    $null = $serving.BeginInvoke()
    [pscustomobject]@{ Url = $url; Listener = $listener; Serving = $serving }
}

function Exit-FakeTokenService {
    param($Server)

    $Server.Listener.Close()
    $Server.Serving.Dispose()
}
