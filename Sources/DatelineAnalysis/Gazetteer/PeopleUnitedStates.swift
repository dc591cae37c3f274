/// Built-in gazetteer: people of United States politics, law and news.
extension BuiltInGazetteer {
  static let peopleUnitedStates = #"""
    donald-trump | person | Donald Trump | alias: Trump; Donald J. Trump; President Trump; President-elect Trump | not: Trump Tower; Trump Jr; Donald Trump Jr; Donald J. Trump Jr; Ivanka Trump; Melania Trump; Eric Trump; Barron Trump; Tiffany Trump; Mary Trump; Lara Trump; Fred Trump; Ivana Trump; Trump Organization; Trump University; Trump Hotel; Trump International; Mrs. Trump; Ms. Trump; trump card; trump cards; Judd Trump
    melania-trump | person | Melania Trump | alias: Melania; First Lady Melania Trump; Mrs. Trump
    ivanka-trump | person | Ivanka Trump | alias: Ivanka; Ms. Trump
    donald-trump-jr | person | Donald Trump Jr. | alias: Don Jr.; Trump Jr.; Donald J. Trump Jr.
    eric-trump | person | Eric Trump
    jared-kushner | person | Jared Kushner | surname: Kushner
    joe-biden | person | Joe Biden | alias: Biden; Joseph Biden; Joseph R. Biden; Joseph R. Biden Jr.; President Biden; Joe Biden Jr. | not: Hunter Biden; Jill Biden; Beau Biden; James Biden; Ashley Biden; Robert Hunter Biden
    hunter-biden | person | Hunter Biden | alias: Robert Hunter Biden; Biden's son Hunter
    jill-biden | person | Jill Biden | alias: Dr. Jill Biden
    barack-obama | person | Barack Obama | alias: Obama; Barack Hussein Obama; President Obama; Barack H. Obama | not: Michelle Obama; Malia Obama; Sasha Obama; Malik Obama; Mrs. Obama
    michelle-obama | person | Michelle Obama | alias: Mrs. Obama; First Lady Michelle Obama
    george-w-bush | person | George W. Bush | alias: George Walker Bush; President George W. Bush; President Bush; Bush administration; George Bush; Bush White House; Dubya | surname: =Bush | with: Cheney; Rumsfeld; Condoleezza Rice; Colin Powell; Karl Rove; Katrina; Kerry; John Kerry; Al Gore; Obama; McCain; September 11; Sept. 11; 9/11; Afghanistan; Taliban; al Qaeda; Laura Bush; Texas governor; Iraq war; Paulson; Bernanke; Saakashvili; Ahmadinejad
    george-h-w-bush | person | George H.W. Bush | alias: George Herbert Walker Bush; Vice President Bush; Vice President George Bush; George Bush Sr.; elder Bush; Bush senior | surname: =Bush | maybe: George Bush; President Bush; Bush administration | with: Dukakis; Michael Dukakis; Quayle; Dan Quayle; Reagan; President Reagan; Gorbachev; Perot; Ross Perot; Barbara Bush; Gulf War; Kuwait; James Baker; Soviet; Noriega; Desert Storm; Iran-Contra; Marlin Fitzwater; Brent Scowcroft
    laura-bush | person | Laura Bush
    jeb-bush | person | Jeb Bush | alias: =Jeb; John Ellis Bush | surname: =Bush
    bill-clinton | person | Bill Clinton | alias: William Jefferson Clinton; President Clinton; William J. Clinton; President Bill Clinton | surname: Clinton
    hillary-clinton | person | Hillary Clinton | alias: Hillary Rodham Clinton; Hillary; Secretary Clinton; Senator Clinton; Mrs. Clinton; Sen. Clinton; Secretary of State Clinton | surname: Clinton | not: Edmund Hillary; Sir Edmund Hillary; Hillary Duff; Hillary Scott
    chelsea-clinton | person | Chelsea Clinton | maybe: =Chelsea | with: Hillary; Hillary Clinton; Bill Clinton; Clinton; Clintons; Mezvinsky; first daughter
    ronald-reagan | person | Ronald Reagan | alias: Reagan; President Reagan; Ronald Wilson Reagan | not: Nancy Reagan; Ron Reagan; Michael Reagan; Reagan National Airport; USS Ronald Reagan; Ronald Reagan Washington National
    nancy-reagan | person | Nancy Reagan
    jimmy-carter | person | Jimmy Carter | alias: President Carter; James Earl Carter | surname: Carter
    gerald-ford | person | Gerald Ford | alias: Gerald R. Ford; President Ford | surname: =Ford
    richard-nixon | person | Richard Nixon | alias: Nixon; President Nixon; Richard M. Nixon | not: Cynthia Nixon; Jay Nixon; Richard Nixon Library
    john-f-kennedy | person | John F. Kennedy | alias: =JFK; President Kennedy; John Fitzgerald Kennedy | surname: Kennedy | not: John F. Kennedy Jr; John F. Kennedy International Airport; JFK Airport; JFK International Airport
    ted-kennedy | person | Ted Kennedy | alias: Edward Kennedy; Edward M. Kennedy; Teddy Kennedy; Senator Kennedy | surname: Kennedy
    robert-f-kennedy-jr | person | Robert F. Kennedy Jr. | alias: =RFK Jr.; Robert Kennedy Jr.; RFK Junior | surname: Kennedy
    kamala-harris | person | Kamala Harris | alias: Kamala; Vice President Harris; Kamala D. Harris | surname: Harris
    mike-pence | person | Mike Pence | alias: Vice President Pence; Michael R. Pence; Michael Pence; Governor Pence; Gov. Pence | surname: =Pence
    jd-vance | person | JD Vance | alias: J.D. Vance; Vice President Vance; James David Vance | surname: Vance
    dick-cheney | person | Dick Cheney | alias: Vice President Cheney; Richard Cheney; Richard B. Cheney | surname: Cheney
    liz-cheney | person | Liz Cheney | alias: Rep. Cheney | surname: Cheney
    al-gore | person | Al Gore | alias: Albert Gore; Vice President Gore | surname: =Gore
    dan-quayle | person | Dan Quayle | alias: Quayle
    walter-mondale | person | Walter Mondale | alias: Mondale; Walter F. Mondale
    michael-dukakis | person | Michael Dukakis | alias: Dukakis
    bob-dole | person | Bob Dole | alias: Robert Dole; Senator Dole | surname: =Dole
    john-kerry | person | John Kerry | alias: Secretary Kerry; Secretary of State Kerry; John F. Kerry; Senator Kerry | surname: Kerry
    john-edwards | person | John Edwards | surname: Edwards
    john-mccain | person | John McCain | alias: McCain; John S. McCain; Senator McCain | not: Meghan McCain; Cindy McCain; McCain Foods; USS John S. McCain
    sarah-palin | person | Sarah Palin | alias: Palin | not: Michael Palin; Bristol Palin; Todd Palin
    mitt-romney | person | Mitt Romney | alias: Romney; Willard Mitt Romney | not: Ann Romney; George Romney; Ronna Romney; Ronna Romney McDaniel; Josh Romney; Tagg Romney
    paul-ryan | person | Paul Ryan | alias: Speaker Ryan; House Speaker Ryan; Paul D. Ryan | surname: Ryan
    bernie-sanders | person | Bernie Sanders | alias: Bernard Sanders; Bernie; Sen. Sanders; Senator Sanders | surname: =Sanders | not: Bernie Madoff; Bernie Ecclestone; Bernie Kerik; Bernie Williams; Bernie Mac; Bernie Taupin; Weekend at Bernie's; Bernie Moreno; Bernie Grant
    elizabeth-warren | person | Elizabeth Warren | alias: Senator Warren; Sen. Warren | surname: Warren
    ted-cruz | person | Ted Cruz | alias: Rafael Edward Cruz; Senator Cruz; Sen. Cruz | surname: Cruz
    marco-rubio | person | Marco Rubio | alias: Rubio; Senator Rubio; Secretary Rubio
    rand-paul | person | Rand Paul | alias: Sen. Paul; Senator Paul | surname: =Paul
    ron-paul | person | Ron Paul | surname: =Paul
    chris-christie | person | Chris Christie | alias: Governor Christie; Gov. Christie | surname: Christie
    john-kasich | person | John Kasich | alias: Kasich
    ben-carson | person | Ben Carson | alias: Dr. Carson | surname: Carson
    carly-fiorina | person | Carly Fiorina | alias: Fiorina
    rick-perry | person | Rick Perry | alias: Gov. Perry | surname: Perry
    rick-santorum | person | Rick Santorum | alias: Santorum
    newt-gingrich | person | Newt Gingrich | alias: Gingrich
    mike-huckabee | person | Mike Huckabee | surname: Huckabee
    sarah-huckabee-sanders | person | Sarah Huckabee Sanders | alias: Sarah Sanders; Sarah Huckabee | surname: =Sanders
    herman-cain | person | Herman Cain | surname: =Cain
    michele-bachmann | person | Michele Bachmann | alias: Bachmann
    scott-walker | person | Scott Walker | alias: Gov. Walker | surname: =Walker
    bobby-jindal | person | Bobby Jindal | alias: Jindal | not: Naveen Jindal; Sajjan Jindal; Jindal Steel
    lindsey-graham | person | Lindsey Graham | alias: Sen. Graham | surname: Graham
    mitch-mcconnell | person | Mitch McConnell | alias: McConnell | not: McConnell Air Force Base
    chuck-schumer | person | Chuck Schumer | alias: Charles Schumer; Charles E. Schumer; Senator Schumer; Sen. Schumer | surname: Schumer
    nancy-pelosi | person | Nancy Pelosi | alias: Pelosi | not: Paul Pelosi; Alexandra Pelosi; Christine Pelosi
    john-boehner | person | John Boehner | alias: Boehner
    kevin-mccarthy | person | Kevin McCarthy | alias: Speaker McCarthy; House Speaker McCarthy | surname: McCarthy
    mike-johnson | person | Mike Johnson | alias: Speaker Johnson; Speaker Mike Johnson; House Speaker Mike Johnson | surname: Johnson
    harry-reid | person | Harry Reid | alias: Senator Reid; Sen. Reid | surname: Reid
    eric-cantor | person | Eric Cantor | surname: =Cantor
    steny-hoyer | person | Steny Hoyer | alias: Hoyer
    hakeem-jeffries | person | Hakeem Jeffries | surname: Jeffries
    steve-scalise | person | Steve Scalise | alias: Scalise
    adam-schiff | person | Adam Schiff | surname: Schiff
    devin-nunes | person | Devin Nunes | surname: Nunes
    jim-jordan | person | Jim Jordan | alias: Rep. Jordan; Chairman Jordan | surname: =Jordan
    trey-gowdy | person | Trey Gowdy | alias: Gowdy
    darrell-issa | person | Darrell Issa | surname: Issa
    matt-gaetz | person | Matt Gaetz | alias: Gaetz
    marjorie-taylor-greene | person | Marjorie Taylor Greene | surname: Greene
    alexandria-ocasio-cortez | person | Alexandria Ocasio-Cortez | alias: Ocasio-Cortez; =AOC
    ilhan-omar | person | Ilhan Omar | surname: Omar
    rashida-tlaib | person | Rashida Tlaib | alias: Tlaib
    maxine-waters | person | Maxine Waters | surname: =Waters
    john-lewis | person | John Lewis | alias: Rep. John Lewis | surname: Lewis | not: John Lewis Partnership; John Lewis store; John Lewis advert
    dianne-feinstein | person | Dianne Feinstein | alias: Feinstein
    barbara-boxer | person | Barbara Boxer | surname: =Boxer
    joe-manchin | person | Joe Manchin | alias: Manchin
    kyrsten-sinema | person | Kyrsten Sinema | alias: Sinema
    susan-collins | person | Susan Collins | alias: Sen. Collins | surname: Collins
    lisa-murkowski | person | Lisa Murkowski | alias: Murkowski | not: Frank Murkowski
    chuck-grassley | person | Chuck Grassley | alias: Grassley; Charles Grassley
    orrin-hatch | person | Orrin Hatch | surname: =Hatch
    jeff-flake | person | Jeff Flake | surname: =Flake
    bob-corker | person | Bob Corker | alias: =Corker
    tom-cotton | person | Tom Cotton | alias: Sen. Cotton | surname: =Cotton
    josh-hawley | person | Josh Hawley | surname: Hawley
    cory-booker | person | Cory Booker | surname: =Booker
    kirsten-gillibrand | person | Kirsten Gillibrand | alias: Gillibrand
    amy-klobuchar | person | Amy Klobuchar | alias: Klobuchar
    pete-buttigieg | person | Pete Buttigieg | alias: Buttigieg; Mayor Pete | not: Chasten Buttigieg
    beto-orourke | person | Beto O'Rourke | alias: =Beto | surname: O'Rourke
    andrew-yang | person | Andrew Yang | surname: Yang
    tulsi-gabbard | person | Tulsi Gabbard | alias: Gabbard
    tim-kaine | person | Tim Kaine | alias: Kaine
    tim-walz | person | Tim Walz | alias: Walz
    michael-bloomberg | person | Michael Bloomberg | alias: Mike Bloomberg; Mayor Bloomberg; Michael R. Bloomberg | surname: Bloomberg
    rudy-giuliani | person | Rudy Giuliani | alias: Giuliani; Rudolph Giuliani; Rudolph W. Giuliani
    bill-de-blasio | person | Bill de Blasio | alias: de Blasio
    eric-adams | person | Eric Adams | alias: Mayor Adams | surname: Adams
    zohran-mamdani | person | Zohran Mamdani | alias: Mamdani | not: Mahmood Mamdani
    andrew-cuomo | person | Andrew Cuomo | alias: Governor Cuomo; Gov. Cuomo; Andrew M. Cuomo | surname: Cuomo
    mario-cuomo | person | Mario Cuomo | surname: Cuomo
    eliot-spitzer | person | Eliot Spitzer | alias: Spitzer
    anthony-weiner | person | Anthony Weiner | surname: Weiner
    gavin-newsom | person | Gavin Newsom | alias: Newsom
    jerry-brown | person | Jerry Brown | alias: Gov. Brown; Gov. Jerry Brown | surname: =Brown
    arnold-schwarzenegger | person | Arnold Schwarzenegger | alias: Schwarzenegger | not: Katherine Schwarzenegger; Patrick Schwarzenegger
    ron-desantis | person | Ron DeSantis | alias: DeSantis | not: Casey DeSantis
    greg-abbott | person | Greg Abbott | alias: Gov. Abbott | surname: Abbott
    nikki-haley | person | Nikki Haley | alias: Nimrata Haley | surname: Haley
    roy-moore | person | Roy Moore | alias: Judge Moore | surname: Moore
    doug-jones | person | Doug Jones | surname: Jones
    stacey-abrams | person | Stacey Abrams | surname: Abrams
    brian-kemp | person | Brian Kemp | alias: Gov. Kemp | surname: Kemp
    brad-raffensperger | person | Brad Raffensperger | alias: Raffensperger
    gretchen-whitmer | person | Gretchen Whitmer | alias: Whitmer
    rob-ford | person | Rob Ford | alias: Mayor Ford | surname: =Ford
    doug-ford | person | Doug Ford | alias: Premier Ford | surname: =Ford
    colin-powell | person | Colin Powell | alias: Secretary Powell; General Powell; Colin L. Powell | surname: Powell
    condoleezza-rice | person | Condoleezza Rice | alias: Condi Rice; Secretary Rice | surname: =Rice
    susan-rice | person | Susan Rice | alias: Susan E. Rice | surname: =Rice
    madeleine-albright | person | Madeleine Albright | alias: Albright | not: Albright College
    rex-tillerson | person | Rex Tillerson | alias: Tillerson
    mike-pompeo | person | Mike Pompeo | alias: Pompeo
    antony-blinken | person | Antony Blinken | alias: Blinken; Tony Blinken; Anthony Blinken
    henry-kissinger | person | Henry Kissinger | alias: Kissinger
    george-shultz | person | George Shultz | alias: Shultz; George P. Shultz
    james-baker | person | James Baker | alias: James A. Baker; James A. Baker III; Treasury Secretary Baker; Secretary Baker; U.S. Treasury Secretary Baker | surname: =Baker
    howard-baker | person | Howard Baker | alias: Howard H. Baker | surname: =Baker
    caspar-weinberger | person | Caspar Weinberger | alias: Weinberger
    frank-carlucci | person | Frank Carlucci | alias: Carlucci
    robert-mcfarlane | person | Robert McFarlane | surname: McFarlane
    oliver-north | person | Oliver North | alias: Lieutenant Colonel Oliver North; Ollie North; Lt. Col. North | surname: =North
    john-poindexter | person | John Poindexter | alias: Poindexter
    malcolm-baldrige | person | Malcolm Baldrige | alias: Baldrige | not: Baldrige Award; Malcolm Baldrige National Quality
    clayton-yeutter | person | Clayton Yeutter | alias: Yeutter
    richard-lyng | person | Richard Lyng | alias: Lyng
    lloyd-bentsen | person | Lloyd Bentsen | alias: Bentsen
    dan-rostenkowski | person | Dan Rostenkowski | alias: Rostenkowski
    richard-gephardt | person | Richard Gephardt | alias: Gephardt; Dick Gephardt
    tip-oneill | person | Tip O'Neill | alias: Thomas P. O'Neill
    jim-wright | person | Jim Wright | alias: House Speaker Wright; Speaker Wright | surname: Wright
    gary-hart | person | Gary Hart | surname: Hart
    jesse-jackson | person | Jesse Jackson | alias: Rev. Jesse Jackson; Rev. Jackson | surname: Jackson
    al-sharpton | person | Al Sharpton | alias: Sharpton
    robert-bork | person | Robert Bork | alias: Bork
    donald-rumsfeld | person | Donald Rumsfeld | alias: Rumsfeld; Donald H. Rumsfeld
    paul-wolfowitz | person | Paul Wolfowitz | alias: Wolfowitz
    robert-gates | person | Robert Gates | alias: Robert M. Gates; Defense Secretary Gates; Secretary Gates | surname: =Gates
    leon-panetta | person | Leon Panetta | alias: Panetta
    chuck-hagel | person | Chuck Hagel | alias: Hagel
    ash-carter | person | Ash Carter | alias: Ashton Carter; Defense Secretary Carter | surname: Carter
    james-mattis | person | James Mattis | alias: Mattis; Jim Mattis
    mark-esper | person | Mark Esper | alias: Esper
    lloyd-austin | person | Lloyd Austin | alias: Defense Secretary Austin; Secretary Austin | surname: =Austin
    pete-hegseth | person | Pete Hegseth | alias: Hegseth
    mark-milley | person | Mark Milley | alias: Milley
    david-petraeus | person | David Petraeus | alias: Petraeus
    stanley-mcchrystal | person | Stanley McChrystal | alias: McChrystal
    john-bolton | person | John Bolton | alias: Ambassador Bolton | surname: Bolton
    hr-mcmaster | person | H.R. McMaster | alias: HR McMaster | surname: McMaster
    michael-flynn | person | Michael Flynn | alias: Mike Flynn; Michael T. Flynn; General Flynn; Gen. Flynn | surname: Flynn
    jake-sullivan | person | Jake Sullivan | surname: Sullivan
    john-kelly | person | John Kelly | alias: John F. Kelly; Gen. Kelly | surname: Kelly
    mick-mulvaney | person | Mick Mulvaney | alias: Mulvaney
    mark-meadows | person | Mark Meadows | surname: =Meadows
    reince-priebus | person | Reince Priebus | alias: Priebus
    steve-bannon | person | Steve Bannon | alias: Bannon; Stephen Bannon; Stephen K. Bannon
    stephen-miller | person | Stephen Miller | surname: Miller
    kellyanne-conway | person | Kellyanne Conway | surname: Conway
    sean-spicer | person | Sean Spicer | alias: Spicer
    anthony-scaramucci | person | Anthony Scaramucci | alias: Scaramucci
    karl-rove | person | Karl Rove | alias: =Rove
    scooter-libby | person | Scooter Libby | alias: Lewis Libby; I. Lewis Libby | surname: Libby
    rahm-emanuel | person | Rahm Emanuel | surname: Emanuel
    david-axelrod | person | David Axelrod | alias: Axelrod
    valerie-jarrett | person | Valerie Jarrett | surname: Jarrett
    eric-holder | person | Eric Holder | alias: Attorney General Holder; Eric H. Holder | surname: =Holder
    loretta-lynch | person | Loretta Lynch | alias: Attorney General Lynch | surname: =Lynch
    jeff-sessions | person | Jeff Sessions | alias: Attorney General Sessions | surname: =Sessions
    william-barr | person | William Barr | alias: Bill Barr; Attorney General Barr; William P. Barr | surname: Barr
    merrick-garland | person | Merrick Garland | alias: Attorney General Garland; Judge Garland | surname: =Garland
    pam-bondi | person | Pam Bondi | alias: Bondi | not: Bondi Beach; Bondi Junction
    rod-rosenstein | person | Rod Rosenstein | alias: Rosenstein
    john-ashcroft | person | John Ashcroft | surname: Ashcroft
    alberto-gonzales | person | Alberto Gonzales | surname: Gonzales
    edwin-meese | person | Edwin Meese | alias: Meese
    james-comey | person | James Comey | alias: Comey; James B. Comey
    robert-mueller | person | Robert Mueller | alias: Robert S. Mueller; Mueller investigation; Mueller report; Special Counsel Mueller | surname: Mueller
    christopher-wray | person | Christopher Wray | alias: Wray | not: Fay Wray
    kash-patel | person | Kash Patel | surname: Patel
    andrew-mccabe | person | Andrew McCabe | surname: McCabe
    peter-strzok | person | Peter Strzok | alias: Strzok
    jack-smith | person | Jack Smith | alias: Special Counsel Jack Smith; Special Counsel Smith | surname: Smith
    fani-willis | person | Fani Willis | surname: Willis
    alvin-bragg | person | Alvin Bragg | surname: Bragg
    letitia-james | person | Letitia James | surname: James
    john-brennan | person | John Brennan | surname: Brennan
    james-clapper | person | James Clapper | alias: =Clapper
    george-tenet | person | George Tenet | surname: =Tenet
    gina-haspel | person | Gina Haspel | alias: Haspel
    michael-cohen | person | Michael Cohen | alias: Michael D. Cohen | surname: Cohen
    paul-manafort | person | Paul Manafort | alias: Manafort
    roger-stone | person | Roger Stone | surname: =Stone
    george-papadopoulos | person | George Papadopoulos | surname: Papadopoulos
    carter-page | person | Carter Page | surname: =Page
    stormy-daniels | person | Stormy Daniels | alias: Stephanie Clifford | surname: Daniels
    monica-lewinsky | person | Monica Lewinsky | alias: Lewinsky
    kenneth-starr | person | Kenneth Starr | alias: Ken Starr; Kenneth W. Starr | surname: Starr
    john-roberts | person | John Roberts | alias: Chief Justice Roberts; John G. Roberts; Chief Justice John Roberts | surname: Roberts
    antonin-scalia | person | Antonin Scalia | alias: Scalia | not: Eugene Scalia
    clarence-thomas | person | Clarence Thomas | alias: Justice Thomas | surname: Thomas
    ruth-bader-ginsburg | person | Ruth Bader Ginsburg | alias: =RBG; Justice Ginsburg | surname: Ginsburg
    anthony-kennedy | person | Anthony Kennedy | alias: Justice Kennedy; Anthony M. Kennedy | surname: Kennedy
    samuel-alito | person | Samuel Alito | alias: Alito
    sonia-sotomayor | person | Sonia Sotomayor | alias: Sotomayor
    elena-kagan | person | Elena Kagan | alias: Justice Kagan | surname: Kagan
    stephen-breyer | person | Stephen Breyer | alias: Breyer
    sandra-day-oconnor | person | Sandra Day O'Connor | alias: Justice O'Connor | surname: O'Connor
    neil-gorsuch | person | Neil Gorsuch | alias: Gorsuch | not: Anne Gorsuch
    brett-kavanaugh | person | Brett Kavanaugh | alias: Kavanaugh | not: Ashley Kavanaugh
    amy-coney-barrett | person | Amy Coney Barrett | alias: Justice Barrett; Coney Barrett | surname: Barrett
    ketanji-brown-jackson | person | Ketanji Brown Jackson | alias: Justice Jackson | surname: Jackson
    christine-blasey-ford | person | Christine Blasey Ford | alias: Blasey Ford; Dr. Ford; Christine Ford; Professor Ford | surname: =Ford
    anita-hill | person | Anita Hill | surname: =Hill
    paul-volcker | person | Paul Volcker | alias: Volcker; Paul A. Volcker | not: Volcker rule
    alan-greenspan | person | Alan Greenspan | alias: Greenspan
    ben-bernanke | person | Ben Bernanke | alias: Bernanke; Ben S. Bernanke
    janet-yellen | person | Janet Yellen | alias: Yellen; Janet L. Yellen
    jerome-powell | person | Jerome Powell | alias: Jay Powell; Fed Chair Powell; Fed Chairman Powell; Jerome H. Powell; Chair Powell; Chairman Powell | surname: Powell
    timothy-geithner | person | Timothy Geithner | alias: Geithner; Tim Geithner
    henry-paulson | person | Henry Paulson | alias: Hank Paulson; Henry M. Paulson; Treasury Secretary Paulson | surname: Paulson
    robert-rubin | person | Robert Rubin | surname: Rubin
    larry-summers | person | Lawrence Summers | alias: Larry Summers; Lawrence H. Summers | surname: =Summers
    jack-lew | person | Jack Lew | alias: Jacob Lew; Jacob J. Lew | surname: Lew
    steven-mnuchin | person | Steven Mnuchin | alias: Mnuchin; Steve Mnuchin
    scott-bessent | person | Scott Bessent | alias: Bessent
    howard-lutnick | person | Howard Lutnick | alias: Lutnick
    gary-cohn | person | Gary Cohn | surname: Cohn
    larry-kudlow | person | Larry Kudlow | alias: Kudlow; Lawrence Kudlow
    peter-navarro | person | Peter Navarro | surname: Navarro
    wilbur-ross | person | Wilbur Ross | surname: Ross
    robert-lighthizer | person | Robert Lighthizer | alias: Lighthizer
    robert-zoellick | person | Robert Zoellick | alias: Zoellick
    betsy-devos | person | Betsy DeVos | alias: DeVos
    scott-pruitt | person | Scott Pruitt | alias: Pruitt
    tom-price | person | Tom Price | surname: =Price
    kathleen-sebelius | person | Kathleen Sebelius | alias: Sebelius
    kirstjen-nielsen | person | Kirstjen Nielsen | surname: Nielsen
    alejandro-mayorkas | person | Alejandro Mayorkas | alias: Mayorkas
    kristi-noem | person | Kristi Noem | alias: Noem
    janet-napolitano | person | Janet Napolitano | surname: Napolitano
    anthony-fauci | person | Anthony Fauci | alias: Fauci; Dr. Fauci
    deborah-birx | person | Deborah Birx | alias: Birx
    samantha-power | person | Samantha Power | surname: =Power
    elise-stefanik | person | Elise Stefanik | alias: Stefanik
    vivek-ramaswamy | person | Vivek Ramaswamy | alias: Ramaswamy
    ross-perot | person | Ross Perot | alias: Perot; H. Ross Perot
    ralph-nader | person | Ralph Nader | alias: Nader
    jill-stein | person | Jill Stein | surname: Stein
    gary-johnson | person | Gary Johnson | surname: Johnson
    howard-dean | person | Howard Dean | surname: =Dean
    joe-lieberman | person | Joe Lieberman | alias: Lieberman; Joseph Lieberman | not: Avigdor Lieberman
    gabrielle-giffords | person | Gabrielle Giffords | alias: Giffords; Gabby Giffords
    todd-akin | person | Todd Akin | surname: =Akin
    huma-abedin | person | Huma Abedin | alias: Abedin
    john-podesta | person | John Podesta | alias: Podesta | not: Tony Podesta; Podesta Group
    debbie-wasserman-schultz | person | Debbie Wasserman Schultz | alias: Wasserman Schultz
    donna-brazile | person | Donna Brazile | alias: Brazile
    martin-luther-king | person | Martin Luther King Jr. | alias: Martin Luther King; Dr. Martin Luther King; =MLK | not: Martin Luther King Day; Martin Luther King Boulevard; Martin Luther King Drive; Martin Luther King III
    trayvon-martin | person | Trayvon Martin | alias: Trayvon | surname: Martin
    george-zimmerman | person | George Zimmerman | surname: Zimmerman
    michael-brown-ferguson | person | Michael Brown | alias: Mike Brown | surname: =Brown
    darren-wilson | person | Darren Wilson | alias: Officer Wilson; Officer Darren Wilson | surname: Wilson
    eric-garner | person | Eric Garner | surname: =Garner
    freddie-gray | person | Freddie Gray | surname: =Gray
    george-floyd | person | George Floyd | surname: Floyd
    breonna-taylor | person | Breonna Taylor | surname: Taylor
    derek-chauvin | person | Derek Chauvin | alias: Chauvin
    tamir-rice | person | Tamir Rice | surname: =Rice
    kyle-rittenhouse | person | Kyle Rittenhouse | alias: Rittenhouse
    jeffrey-epstein | person | Jeffrey Epstein | alias: Jeffrey E. Epstein | surname: Epstein
    ghislaine-maxwell | person | Ghislaine Maxwell | surname: Maxwell
    harvey-weinstein | person | Harvey Weinstein | surname: Weinstein
    bill-cosby | person | Bill Cosby | alias: Cosby
    r-kelly | person | R. Kelly | surname: Kelly
    edward-snowden | person | Edward Snowden | alias: Snowden | not: Lord Snowden
    chelsea-manning | person | Chelsea Manning | alias: Bradley Manning | surname: =Manning
    julian-assange | person | Julian Assange | alias: Assange
    bowe-bergdahl | person | Bowe Bergdahl | alias: Bergdahl
    timothy-mcveigh | person | Timothy McVeigh | alias: McVeigh
    dylann-roof | person | Dylann Roof | surname: =Roof
    nidal-hasan | person | Nidal Hasan | alias: Nidal Malik Hasan | surname: Hasan
    dzhokhar-tsarnaev | person | Dzhokhar Tsarnaev | surname: Tsarnaev
    tamerlan-tsarnaev | person | Tamerlan Tsarnaev | surname: Tsarnaev
    omar-mateen | person | Omar Mateen | alias: Mateen
    luigi-mangione | person | Luigi Mangione | alias: Mangione
    charlie-kirk | person | Charlie Kirk | surname: =Kirk
    bernard-madoff | person | Bernard Madoff | alias: Madoff; Bernie Madoff
    allen-stanford | person | Allen Stanford | alias: R. Allen Stanford | surname: =Stanford
    cliven-bundy | person | Cliven Bundy | surname: Bundy
    christopher-steele | person | Christopher Steele | alias: Steele dossier | surname: Steele
    jamal-khashoggi | person | Jamal Khashoggi | alias: Khashoggi | not: Adnan Khashoggi
    adnan-khashoggi | person | Adnan Khashoggi
    sean-hannity | person | Sean Hannity | alias: Hannity
    tucker-carlson | person | Tucker Carlson | surname: Carlson
    bill-oreilly | person | Bill O'Reilly | surname: O'Reilly
    megyn-kelly | person | Megyn Kelly | surname: Kelly
    rush-limbaugh | person | Rush Limbaugh | alias: Limbaugh
    glenn-beck | person | Glenn Beck | surname: =Beck
    rachel-maddow | person | Rachel Maddow | alias: Maddow
    roger-ailes | person | Roger Ailes | alias: =Ailes
    alex-jones | person | Alex Jones | surname: Jones
    anderson-cooper | person | Anderson Cooper | surname: =Cooper
    jon-stewart | person | Jon Stewart | surname: Stewart
    stephen-colbert | person | Stephen Colbert | alias: Colbert
    jimmy-kimmel | person | Jimmy Kimmel | alias: Kimmel
    koch-brothers | person | Charles Koch | alias: Koch brothers; David Koch | surname: Koch
    sheldon-adelson | person | Sheldon Adelson | alias: Adelson | not: Miriam Adelson
    george-soros | person | George Soros | alias: Soros | not: Alex Soros; Alexander Soros
    """#
}
